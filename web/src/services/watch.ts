import type { ReactiveController, ReactiveControllerHost } from "lit";

/** Watched is a port whose events an element can follow. */
interface Watched<Name extends string> {
  addEventListener(type: Name, call: () => void, options: AddEventListenerOptions): void;
}

/** Watch redraws an element after events of a port, as long as the element is on the
 * page. then is called first; false from it says that there is nothing new to draw. */
export class Watch<Name extends string> implements ReactiveController {
  private abort: AbortController | null = null;

  constructor(
    private readonly host: ReactiveControllerHost,
    private readonly port: Watched<Name>,
    private readonly events: readonly Name[],
    private readonly then: (event: Name) => boolean | void = () => {},
  ) {
    host.addController(this);
  }

  hostConnected(): void {
    this.abort = new AbortController();
    const { signal } = this.abort;
    for (const event of this.events) {
      this.port.addEventListener(
        event,
        () => {
          if (this.then(event) !== false) this.host.requestUpdate();
        },
        { signal },
      );
    }
  }

  hostDisconnected(): void {
    this.abort?.abort();
  }
}
