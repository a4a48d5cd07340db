/** As far as the page needs them: https://www.w3.org/TR/trusted-types/ */
interface Rules {
  createHTML?(html: string): string;
  createScriptURL?(address: string): string;
}
declare const trustedTypes: { createPolicy(name: string, rules: Rules): Required<Rules> } | undefined;

const types = typeof trustedTypes === "undefined" ? undefined : trustedTypes;

/**
 * The page's policy forbids the browser to take strings for markup or for the addresses
 * of scripts. The only scripts besides the page's own are the engine's worker, which is
 * made from a blob, and the service worker.
 */
export function allowWorkers(): void {
  types?.createPolicy("default", {
    createScriptURL(address) {
      const { protocol, origin, pathname } = new URL(address, document.baseURI);
      if (protocol === "blob:" || (origin === location.origin && pathname.endsWith("/service-worker.js")))
        return address;
      throw new TypeError(`no script is loaded from ${address}`);
    },
  });
}

const policy = types?.createPolicy("policymark", { createHTML: (html) => html });

/** Parses HTML into a document of its own, in which nothing runs and nothing is loaded. */
export function parseInert(html: string): Document {
  return new DOMParser().parseFromString(policy?.createHTML(html) ?? html, "text/html");
}
