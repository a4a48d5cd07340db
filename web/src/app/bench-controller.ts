import type { ReactiveController, ReactiveControllerHost } from "lit";
import type { Topic, Workbench } from "./workbench.ts";

/** BenchController redraws its host when topics of the workbench change, unless then
 * says that there is nothing new to draw. */
export class BenchController implements ReactiveController {
  private abort: AbortController | null = null;

  constructor(
    private readonly host: ReactiveControllerHost & { bench: Workbench },
    private readonly topics: readonly Topic[],
    private readonly then: (topic: Topic) => boolean | void = () => {},
  ) {
    host.addController(this);
  }

  hostConnected(): void {
    this.abort = new AbortController();
    for (const topic of this.topics) {
      this.host.bench.addEventListener(
        topic,
        () => {
          if (this.then(topic) !== false) this.host.requestUpdate();
        },
        { signal: this.abort.signal },
      );
    }
  }

  hostDisconnected(): void {
    this.abort?.abort();
  }
}
