import type { Reporter, TestCase, TestResult } from "@playwright/test/reporter";

/** Prints what the measurements print, and what went wrong. */
export default class BenchReporter implements Reporter {
  onStdOut(chunk: string | Buffer): void {
    process.stdout.write(chunk);
  }
  onStdErr(chunk: string | Buffer): void {
    process.stderr.write(chunk);
  }
  onTestEnd(test: TestCase, result: TestResult): void {
    for (const error of result.errors) console.error(`${test.title}: ${error.message ?? error.value}`);
  }
  onError(error: { message?: string }): void {
    console.error(error.message);
  }
}
