import 'mocha/mocha.js';
import { describeCounts, MARK } from './report.ts';

/** Set when the suite is bundled: which tests to run. */
declare const GREP: string;

// The browser's build of mocha runs in both extension hosts. It must offer `describe` and `it` before the tests load.
const mocha = new Mocha({ ui: 'bdd', reporter: 'spec', timeout: 120_000, grep: GREP });
mocha.suite.emit('pre-require', globalThis, null, mocha);
Mocha.reporters.Base.consoleLog = (format = '', ...args) => console.log(`${MARK}${format}`, ...args);

/** What the extension host calls: runs the tests that were bundled with this file. Rejects if one fails. */
export function run(): Promise<void> {
  return new Promise((resolve, reject) => {
    const runner = mocha.run((failed) => {
      console.log(MARK + describeCounts({ passed: runner.stats?.passes ?? 0, failed }));
      if (failed > 0) reject(new Error(`${failed} tests failed`));
      else resolve();
    });
  });
}
