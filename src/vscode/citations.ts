import { commands, Disposable, type ExtensionContext, env, l10n, window } from 'vscode';
import { type CitationInput, citation, quotesOfSection } from '../core/view/citation.ts';
import { quoteAt, sectionAt } from '../core/view/items.ts';
import type { Articles } from './articles.ts';
import { asTarget, documentOf } from './convert.ts';

/** *Copy as Citation* and *Copy Quotes of Section*. */
export function registerCitations(_context: ExtensionContext, articles: Articles): Disposable {
  return Disposable.from(
    commands.registerCommand('articleLens.copyCitation', (target) =>
      copy(articles, target, {
        make: (input, offset) => {
          const quote = quoteAt(input.analysis, offset);
          return quote && citation(quote, input);
        },
        done: l10n.t('Copied the quote as a citation'),
        nothing: l10n.t('No quote at the cursor'),
      }),
    ),
    commands.registerCommand('articleLens.copyQuotesOfSection', (target) =>
      copy(articles, target, {
        make: (input, offset) => {
          const section = sectionAt(input.analysis, offset);
          return section && quotesOfSection(section, input);
        },
        done: l10n.t('Copied the quotes of the section'),
        nothing: l10n.t('No quotes in this section'),
      }),
    ),
  );
}

interface Copying {
  readonly make: (input: CitationInput, offset: number) => string | undefined;
  readonly done: string;
  readonly nothing: string;
}

async function copy(articles: Articles, argument: unknown, { make, done, nothing }: Copying): Promise<void> {
  const target = asTarget(argument);
  const editor = window.activeTextEditor;
  const document = target ? await documentOf(target) : editor?.document;
  const analysis = document && (await articles.settled(document));
  if (!document || !analysis) return;
  const offset = target?.start ?? document.offsetAt(editor?.selection.active ?? document.positionAt(0));
  const source = document.uri.path.split('/').at(-1) ?? '';
  const text = make({ analysis, text: document.getText(), source, l10n }, offset);
  if (text) await env.clipboard.writeText(text);
  window.setStatusBarMessage(text ? done : nothing, 3000);
}
