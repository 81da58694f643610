import { execFileSync } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** A file system of its own, of 64 kB, that can be filled and made read-only. */
export interface SmallDisk {
  fill(): void;
  empty(): void;
  setReadOnly(readOnly: 'ro' | 'rw'): void;
  unmount(): void;
}

/** Mounts a small disk as a folder; `undefined` where that is not permitted, which only root may do, on Linux. */
export function mountSmallDisk(folder: string): SmallDisk | undefined {
  const mount = (...args: readonly string[]) => execFileSync('mount', [...args, folder], { stdio: 'ignore' });
  mkdirSync(folder, { recursive: true });
  try {
    mount('-t', 'tmpfs', '-o', 'size=64k', 'article-lens');
  } catch {
    return undefined;
  }
  const ballast = join(folder, 'ballast');
  const unmount = () => {
    try {
      execFileSync('umount', ['-l', folder], { stdio: 'ignore' });
    } catch {
      // It is unmounted already.
    }
  };
  process.prependOnceListener('exit', unmount);
  return {
    fill: () => fill(ballast),
    empty: () => rmSync(ballast, { force: true }),
    setReadOnly: (mode) => mount('-o', `remount,${mode}`),
    unmount,
  };
}

function fill(file: string): void {
  for (;;) {
    try {
      writeFileSync(file, Buffer.alloc(4096), { flag: 'a' });
    } catch {
      return;
    }
  }
}
