import { css, html, LitElement, nothing } from "lit";
import { customElement, query } from "lit/decorators.js";
import { Eraser } from "lucide";
import type { Kind } from "../engine/protocol.gen.ts";
import { commands } from "../services/commands.ts";
import { desk } from "../services/desk.ts";
import { of } from "../services/service.ts";
import { settings } from "../services/settings.ts";
import { Watch } from "../services/watch.ts";
import { controls, kindChips } from "../styles/controls.ts";
import { kinds } from "../text/kinds.ts";
import { icon } from "../ui/icon.ts";
import { words, WordsController } from "../words/words.ts";
import "./kind-card.ts";
import type { KindCard } from "./kind-card.ts";

/** The four kinds and the eraser: at the top on wide screens, below on phones. */
@customElement("pm-kinds")
export class Kinds extends LitElement {
  private readonly commands = of(commands);
  private readonly desk = of(desk);
  @query("pm-kind-card") private card!: KindCard;

  constructor() {
    super();
    new WordsController(this);
    new Watch(this, of(settings), ["changed"]);
  }

  static override styles = [
    controls,
    kindChips,
    css`
      :host {
        display: flex;
        gap: 2px;
      }
      .kind {
        gap: 6px;
        padding-inline: 7px;
      }
      .chip {
        line-height: 1.35;
        padding: 0 6px 0;
      }
      kbd {
        font: inherit;
        font-size: 0.6875rem;
        color: var(--ink-3);
      }
      @media (max-width: 1180px) {
        kbd {
          display: none;
        }
      }
      @media (max-width: 720px) {
        :host {
          justify-content: space-around;
        }
        .kind {
          padding-inline: 4px;
        }
        [role="group"] {
          display: flex;
        }
      }
      @media (max-width: 430px) {
        .quiet {
          min-width: 28px;
          padding-inline: 1px;
        }
        .chip {
          padding: 0 3px;
          font-size: var(--size-1);
        }
      }
      @media (max-width: 340px) {
        :host,
        [role="group"] {
          gap: 0;
        }
        .quiet {
          min-width: 24px;
        }
        .chip {
          padding: 0 1px;
        }
      }
    `,
  ];

  override render() {
    const w = words();
    return html`<div role="group" aria-label=${w.toolbar.marks}>
        ${kinds.map(({ kind, open, close }) => {
          const follow = (event: Event) => this.card.on(event, kind);
          return html`<button
            class="quiet kind"
            type="button"
            data-kind=${kind}
            aria-label=${w.kinds[kind]}
            aria-describedby="card"
            aria-keyshortcuts=${this.commands.ariaKey(kind) || nothing}
            @pointerdown=${(event: Event) => {
              keepFocus(event);
              follow(event);
            }}
            @pointerenter=${follow}
            @pointerleave=${follow}
            @pointercancel=${follow}
            @pointerup=${follow}
            @focus=${follow}
            @blur=${follow}
            @keydown=${follow}
            @contextmenu=${keepFocus}
            @click=${() => {
              if (this.card.held) this.card.held = false;
              else this.run(kind);
            }}
          >
            <span class="chip ${kind}" aria-hidden="true">${open}${w.kinds[kind]}${close}</span>
            <kbd aria-hidden="true">${this.commands.keyOf(kind)}</kbd>
          </button>`;
        })}
      </div>
      <button
        class="quiet"
        type="button"
        aria-label=${w.toolbar.unmark}
        aria-keyshortcuts=${this.commands.ariaKey("unmark") || nothing}
        title=${w.toolbar.withKey(w.toolbar.unmark, this.commands.keyOf("unmark"))}
        @pointerdown=${keepFocus}
        @click=${() => this.run("unmark")}
      >
        ${icon(Eraser)}
      </button>
      <pm-kind-card id="card"></pm-kind-card>`;
  }

  private run(id: Kind | "unmark"): void {
    this.commands.run(id);
    this.desk.view.focus();
  }
}

/** The selection in the text stays while a chip is pressed. */
const keepFocus = (event: Event) => event.preventDefault();
