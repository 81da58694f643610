import {
  commands,
  Disposable,
  EventEmitter,
  type ExtensionContext,
  l10n,
  type TextDocument,
  ThemeColor,
  ThemeIcon,
  type TreeDataProvider,
  TreeItem,
  TreeItemCollapsibleState,
  type TreeView,
  window,
} from 'vscode';
import { itemsAt, sectionAt } from '../core/view/items.ts';
import { type OutlineOptions, outline } from '../core/view/outline.ts';
import { placeOf } from '../core/view/rows.ts';
import { pathTo, type TreeNode } from '../core/view/tree.ts';
import type { Articles } from './articles.ts';
import { changeSetting, onDidChangeSettings, setting } from './config.ts';
import type { Layers } from './layers.ts';

/** The sidebar's tree of the article that was last active. */
export function registerTree(_context: ExtensionContext, articles: Articles, layers: Layers): Disposable {
  const rows = new Rows(articles, layers);
  const view = window.createTreeView('articleLens.findings', { treeDataProvider: rows, showCollapseAll: true });
  const changed = () => {
    rows.refresh();
    view.description = rows.filterDescription;
  };
  return Disposable.from(
    view,
    rows,
    articles.onDidAnalyze((document) => document === rows.document && rows.refresh()),
    window.onDidChangeActiveTextEditor(changed),
    onDidChangeSettings(changed),
    layers.onDidChange(changed),
    window.onDidChangeTextEditorSelection(() => follow(view, rows)),
    ...registerCommands(rows, changed),
  );
}

class Rows implements TreeDataProvider<TreeNode>, Disposable {
  readonly #articles: Articles;
  readonly #layers: Layers;
  readonly #changed = new EventEmitter<void>();
  readonly #parents = new WeakMap<TreeNode, TreeNode>();
  #made: readonly TreeNode[] | undefined;
  #document: TextDocument | undefined;
  #told = false;
  filter = '';
  kinds: readonly string[] = KINDS;

  readonly onDidChangeTreeData = this.#changed.event;

  constructor(articles: Articles, layers: Layers) {
    this.#articles = articles;
    this.#layers = layers;
  }

  /** The article that is shown: the active one, or the one that was active before an editor that is no article. */
  get document(): TextDocument | undefined {
    const active = window.activeTextEditor?.document;
    if (active && this.#articles.has(active)) this.#document = active;
    if (this.#document?.isClosed) this.#document = undefined;
    return this.#document;
  }

  get isBehind(): boolean {
    return this.#document !== undefined && this.#articles.isBehind(this.#document);
  }

  get filterDescription(): string {
    return [this.filter && `“${this.filter}”`, this.kinds.length < KINDS.length && this.kinds.join(', ')]
      .filter(Boolean)
      .join(' · ');
  }

  refresh(): void {
    this.#made = undefined;
    this.#tell(this.document !== undefined);
    this.#changed.fire();
  }

  /** The rows that lead to the finding at an offset, or to the section it is in. */
  pathAt(offset: number): readonly TreeNode[] {
    const analysis = this.document && this.#articles.get(this.document);
    if (!analysis) return [];
    const section = sectionAt(analysis, offset);
    const spans = itemsAt(analysis, offset).map((item) => {
      if (item.kind === 'mention') return item.mention;
      if (item.kind === 'quote') return item.quote;
      return item.kind === 'section' ? placeOf(item.section) : item.boilerplate;
    });
    for (const span of section ? [...spans, placeOf(section)] : spans) {
      const path = pathTo(this.getChildren(), span);
      if (path.length > 0) return this.#remember(path);
    }
    return [];
  }

  getChildren(row?: TreeNode): readonly TreeNode[] & TreeNode[] {
    const children = row ? (row.children?.() ?? []) : this.#top();
    if (row) for (const child of children) this.#parents.set(child, row);
    return children as TreeNode[];
  }

  getParent(row: TreeNode): TreeNode | undefined {
    return this.#parents.get(row);
  }

  getTreeItem(row: TreeNode): TreeItem {
    const { stress, label, target } = row;
    const item = new TreeItem(stress ? { label, highlights: [[stress.start, stress.end]] } : label, stateOf(row));
    item.id = row.id;
    item.description = row.description ?? '';
    if (row.tooltip) item.tooltip = row.tooltip;
    if (row.context) item.contextValue = row.context;
    if (row.icon)
      item.iconPath = new ThemeIcon(
        row.icon,
        row.color ? new ThemeColor(ICON_COLORS[row.color] ?? row.color) : undefined,
      );
    item.accessibilityInformation = { label: row.description ? `${label}, ${row.description}` : label };
    if (target) item.command = { command: 'articleLens.reveal', title: l10n.t('Go to Text'), arguments: [target] };
    return item;
  }

  dispose(): void {
    this.#changed.dispose();
  }

  /** Lets the welcome text know whether there is an article. */
  #tell(hasArticle: boolean): void {
    if (hasArticle === this.#told) return;
    this.#told = hasArticle;
    commands.executeCommand('setContext', 'articleLens.hasArticle', hasArticle);
  }

  #top(): readonly TreeNode[] {
    this.#made ??= this.#make();
    return this.#made;
  }

  #make(): readonly TreeNode[] {
    const { document } = this;
    const analysis = document && this.#articles.get(document);
    if (!document || !analysis) return [];
    const own = outline({
      uri: document.uri.toString(),
      analysis,
      text: document.getText(),
      options: this.#options(),
      l10n,
    });
    const others = this.kinds.includes('notes') ? this.#layers.roots(document, this.filter) : [];
    return [...own, ...others];
  }

  #options(): OutlineOptions {
    return {
      groupBy: setting('tree.groupBy'),
      sortBy: setting('tree.sortBy'),
      filter: this.filter,
      quotes: this.kinds.includes('quotes'),
      entities: this.kinds.includes('entities'),
      sections: this.kinds.includes('sections'),
      fragments: setting('counts.fragments'),
    };
  }

  #remember(path: readonly TreeNode[]): readonly TreeNode[] {
    path.forEach((row, i) => {
      const parent = path[i - 1];
      if (parent) this.#parents.set(row, parent);
    });
    return path;
  }
}

let following: ReturnType<typeof setTimeout> | undefined;

/** Selects the row of what is under the cursor once the cursor rests, without taking the focus. */
function follow(view: TreeView<TreeNode>, rows: Rows): void {
  clearTimeout(following);
  following = setTimeout(() => {
    const editor = window.activeTextEditor;
    if (!view.visible || !setting('tree.followCursor') || !editor || editor.document !== rows.document) return;
    // Moving everything along for a cursor that one types with would be for nothing.
    if (rows.isBehind) return;
    const path = rows.pathAt(editor.document.offsetAt(editor.selection.active));
    // A mention's entity says what the cursor is on; opening all its mentions would only push the rest away.
    const row = path.find(({ context }) => context === 'entity') ?? path.at(-1);
    if (row) view.reveal(row, { select: true, focus: false, expand: false });
  }, 100);
}

function registerCommands(rows: Rows, changed: () => void): Disposable[] {
  const { registerCommand } = commands;
  return [
    registerCommand('articleLens.groupByKind', () => changeSetting('tree.groupBy', 'kind')),
    registerCommand('articleLens.groupBySection', () => changeSetting('tree.groupBy', 'section')),
    registerCommand('articleLens.groupByText', () => changeSetting('tree.groupBy', 'text')),
    registerCommand('articleLens.sortByCount', () => changeSetting('tree.sortBy', 'count')),
    registerCommand('articleLens.sortByName', () => changeSetting('tree.sortBy', 'name')),
    registerCommand('articleLens.sortByText', () => changeSetting('tree.sortBy', 'text')),
    registerCommand('articleLens.followCursor', () => changeSetting('tree.followCursor', true)),
    registerCommand('articleLens.stopFollowingCursor', () => changeSetting('tree.followCursor', false)),
    registerCommand('articleLens.filter', async (words: unknown) => {
      const given = typeof words === 'string' ? words : undefined;
      const ask = () =>
        window.showInputBox({
          title: l10n.t('Filter Findings'),
          prompt: l10n.t('Words of the text, or the name of a speaker or entity. Empty shows everything.'),
          value: rows.filter,
        });
      const value = given ?? (await ask());
      if (value !== undefined) setFilter(rows, { filter: value.trim() }, changed);
    }),
    registerCommand('articleLens.filterKinds', async () => {
      const picked = await window.showQuickPick(
        KINDS.map((kind) => ({ label: kindName(kind), name: kind, picked: rows.kinds.includes(kind) })),
        { title: l10n.t('Show in Tree'), canPickMany: true },
      );
      if (picked) setFilter(rows, { kinds: picked.map(({ name }) => name) }, changed);
    }),
    registerCommand('articleLens.clearFilter', () => setFilter(rows, { filter: '', kinds: KINDS }, changed)),
  ];
}

function setFilter(
  rows: Rows,
  { filter = rows.filter, kinds = rows.kinds }: Partial<Pick<Rows, 'filter' | 'kinds'>>,
  changed: () => void,
): void {
  rows.filter = filter;
  rows.kinds = kinds.length > 0 ? kinds : KINDS;
  commands.executeCommand('setContext', 'articleLens.filtered', Boolean(filter) || rows.kinds.length < KINDS.length);
  changed();
}

function stateOf({ children, expanded }: TreeNode): TreeItemCollapsibleState {
  if (!children) return TreeItemCollapsibleState.None;
  return expanded ? TreeItemCollapsibleState.Expanded : TreeItemCollapsibleState.Collapsed;
}

function kindName(kind: string): string {
  return (
    { quotes: l10n.t('Quotes'), entities: l10n.t('Entities'), sections: l10n.t('Sections'), notes: l10n.t('Notes') }[
      kind
    ] ?? kind
  );
}

const KINDS = ['quotes', 'entities', 'sections', 'notes'];

const ICON_COLORS: Readonly<Record<string, string>> = {
  quote: 'articleLens.quoteRuler',
  fragment: 'disabledForeground',
  person: 'articleLens.personUnderline',
  organisation: 'articleLens.organisationUnderline',
  place: 'articleLens.placeUnderline',
  group: 'articleLens.groupUnderline',
  other: 'articleLens.otherUnderline',
};
