import { html, nothing, type TemplateResult } from "lit";
import { FilePlus } from "lucide";
import { notices } from "../services/notices.ts";
import { of } from "../services/service.ts";
import { icon } from "../ui/icon.ts";
import { lang, words } from "../words/words.ts";
import { isEmpty } from "./commands.ts";
import { comparison } from "./comparison.ts";
import { drift } from "./drift.ts";
import type { Offer } from "./others.ts";

/** Between two sentences. */
const gap = () => (lang() === "en" ? " " : "");

/** drawStart draws what the panel shows while nothing is compared: the marks that found no
 * place, and what the document can be compared with. */
export function drawStart(documents: readonly Offer[], versions: readonly Offer[]): TemplateResult {
  const w = words().compare;
  const comparing = of(comparison);
  const { base, places } = of(drift);
  const empty = isEmpty();
  return html`<div class="start">
    ${drawUnplaced()}
    <section aria-labelledby="with">
      <h2 id="with">${w.start.title}</h2>
      <p>${empty ? w.start.empty : w.start.help}</p>
      <button class="button primary" type="button" ?disabled=${empty} @click=${() => void comparing.pick()}>${icon(FilePlus, 15)}${w.start.file}</button>
    </section>
    <section aria-labelledby="base">
      <h2 id="base">${w.drift.title}</h2>
      <p>
        ${base ? w.drift.has(base.name) : w.drift.none}${gap()}${
          base && places !== null
            ? html`<strong>${places > 0 ? w.drift.status(places) : w.drift.same}</strong>`
            : nothing
        }
      </p>
      <div class="buttons">
        ${base ? html`<button class="button" type="button" @click=${() => void comparing.withBase()}>${w.drift.show}</button>` : nothing}
        <button class="button" type="button" ?disabled=${empty} @click=${() => void comparing.takeAsBase()}>${w.commands.takeAsBase}</button>
        <button class="button" type="button" ?disabled=${empty} @click=${() => void comparing.pickBase()}>${w.drift.choose}</button>
      </div>
    </section>
    ${empty ? nothing : drawOffers("documents", w.start.documents, documents)} ${drawOffers("versions", w.start.versions, versions)}
  </div>`;
}

function drawOffers(id: string, title: string, offers: readonly Offer[]) {
  if (offers.length === 0) return nothing;
  return html`<section aria-labelledby=${id}>
    <h2 id=${id}>${title}</h2>
    <ul>
      ${offers.map(
        ({ name, note, load }) => html`<li>
          <button
            class="offer"
            type="button"
            @click=${async () => {
              const other = await load().catch(() => null);
              if (other) await of(comparison).with([other]);
              else of(notices).say(words().documents.gone, "refusal");
            }}
          >
            <span>${name}</span><small>${note}</small>
          </button>
        </li>`,
      )}
    </ul>
  </section>`;
}

/** The marks that found no place in this document. */
function drawUnplaced() {
  const comparing = of(comparison);
  const { unplaced } = comparing;
  if (unplaced.length === 0) return nothing;
  const w = words().compare;
  return html`<section class="left" aria-labelledby="left">
    <h2 id="left">${w.left.title(unplaced.length)}</h2>
    <p>${w.left.help}</p>
    <ul>
      ${unplaced.slice(0, 200).map(
        (mark) => html`<li>
          <span class="words"
            ><small>${w.states[mark.state as "lost"]}</small> ${mark.before}<span class="chip ${mark.kind}">${mark.text}</span>${mark.after}</span
          >
          <button class="button" type="button" aria-label=${w.left.dismissOf(mark.text)} @click=${() => void comparing.dismiss(mark)}>
            ${w.left.dismiss}
          </button>
        </li>`,
      )}
    </ul>
    <button class="button" type="button" @click=${() => void comparing.dismiss()}>${w.left.dismissAll}</button>
  </section>`;
}
