import { availableParallelism } from "node:os";

/**
 * How tests in a browser are run: two at a time where there are two cores, and with all the
 * time that a machine with other work may need. A wait ends as soon as what it waits for is
 * there, so long limits cost nothing but where something is wrong.
 */
export const pace = {
  fullyParallel: true,
  forbidOnly: !!process.env["CI"],
  workers: Math.min(2, availableParallelism()),
  // What is wrong fails every time. A test that needed another try is reported as flaky.
  retries: process.env["CI"] ? 2 : 1,
  timeout: 180_000,
  expect: { timeout: 45_000 },
};
