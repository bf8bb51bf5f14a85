import type { TestCase, TestModule } from 'vitest/node';
import type { Reporter } from 'vitest/node';
import type { Tally } from './tally.ts';

/** Counts tests, and tells why those that were skipped were. */
export class TallyReporter implements Reporter {
  #passed = 0;
  readonly #failed: string[] = [];
  readonly #skipped = new Map<string, string[]>();

  onTestCaseResult(testCase: TestCase): void {
    const result = testCase.result();
    if (result.state === 'passed') this.#passed += 1;
    if (result.state === 'failed') this.#failed.push(nameOf(testCase));
    if (result.state === 'skipped') this.#noteSkipped(testCase, result.note ?? 'no reason given');
  }

  onTestRunEnd(modules: readonly TestModule[], unhandled: readonly unknown[]): void {
    for (const module of modules) {
      if (module.errors().length > 0) this.#failed.push(`${module.relativeModuleId}: could not be run`);
      for (const suite of module.children.allSuites()) {
        if (suite.errors().length > 0) this.#failed.push(`${module.relativeModuleId}: ${suite.fullName} could not be set up`);
      }
    }
    if (unhandled.length > 0) this.#failed.push(`${unhandled.length} errors outside of any test`);
    for (const [reason, names] of this.#skipped) process.stdout.write(`skipped: ${reason}\n${names.map((name) => `  ${name}\n`).join('')}`);
  }

  tally(): Tally {
    return { passed: this.#passed, failed: this.#failed };
  }

  #noteSkipped(testCase: TestCase, reason: string): void {
    this.#skipped.set(reason, [...(this.#skipped.get(reason) ?? []), nameOf(testCase)]);
  }
}

function nameOf(testCase: TestCase): string {
  return `${testCase.module.relativeModuleId}: ${testCase.fullName}`;
}
