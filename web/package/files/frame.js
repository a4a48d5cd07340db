// A page for an iframe: frame.html?src=policy.txt, with the attributes of the element
// as further parameters. Addresses are those of the page that embeds it.
import "./policymark.js";

const parameters = new URLSearchParams(location.search);
const view = document.createElement("policymark-view");
for (const name of ["lang", "panels", "at", "heading", "theme", "brackets"]) {
  const value = parameters.get(name);
  if (value !== null) view.setAttribute(name, value);
}
const src = parameters.get("src");
if (src) view.src = new URL(src, document.referrer || location.href).href;
view.loading = "eager";
document.documentElement.lang = view.lang || "en";
document.body.append(view);
