import policymark from "../../../dist/package/docusaurus.js";
import remarkPolicymark from "../../../dist/package/remark.js";

export default {
  title: "A site",
  url: "https://example.org",
  baseUrl: "/docusaurus/",
  plugins: [policymark],
  presets: [["classic", { docs: { routeBasePath: "/", remarkPlugins: [remarkPolicymark] }, blog: false, theme: {} }]],
};
