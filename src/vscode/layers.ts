import { type Event, EventEmitter, type TextDocument } from 'vscode';
import type { HoverBlock } from '../core/view/hover.ts';
import type { TreeNode } from '../core/view/tree.ts';

/** What another feature adds to the views of an article beside what the analysis found. */
export interface Layer {
  readonly onDidChange: Event<unknown>;
  /** What the hover says about an offset. */
  hover(document: TextDocument, offset: number): readonly HoverBlock[];
  /** A root of the tree below those of the analysis, if there is one; only what the filter's words fit. */
  root(document: TextDocument, filter: string): TreeNode | undefined;
  /** What the status bar says, in a few words each. */
  facts(document: TextDocument): readonly string[];
}

/** The layers that the views show; one may be added when the views are there already. */
export class Layers {
  readonly #layers: Layer[] = [];
  readonly #changed = new EventEmitter<void>();

  /** A layer was added or has changed. */
  readonly onDidChange = this.#changed.event;

  add(layer: Layer): void {
    this.#layers.push(layer);
    layer.onDidChange(() => this.#changed.fire());
    this.#changed.fire();
  }

  hover(document: TextDocument, offset: number): readonly HoverBlock[] {
    return this.#layers.flatMap((layer) => layer.hover(document, offset));
  }

  roots(document: TextDocument, filter: string): readonly TreeNode[] {
    return this.#layers.flatMap((layer) => layer.root(document, filter) ?? []);
  }

  facts(document: TextDocument): readonly string[] {
    return this.#layers.flatMap((layer) => layer.facts(document));
  }
}
