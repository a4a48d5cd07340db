import AxeBuilder from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";

/**
 * Refuses whatever the checker finds against WCAG 2.2 AA and good practice, in the
 * whole page or in one of the application's elements.
 */
export async function standsInNobodysWay(page: Page, within?: string): Promise<void> {
  // What passed is of no interest, and to describe it costs most of the time; so does a
  // page of its own to gather what frames report, of which there are none.
  const axe = new AxeBuilder({ page }).options({ resultTypes: ["violations"] }).setLegacyMode(true);
  // Dialogs stand over the page, the bars within it.
  const isOver = within !== undefined && (await page.locator(`body > ${within}`).count()) > 0;
  if (within) axe.include(isOver ? within : { fromShadowDom: ["pm-app", within] });
  const { violations } = await axe.analyze();
  expect(
    violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.flat().join(" ")).join(" | ")}`),
  ).toEqual([]);
}
