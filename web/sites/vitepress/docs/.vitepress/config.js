import { withPolicymark } from "../../../../../dist/package/vitepress.js";

export default withPolicymark({ title: "A site", base: "/vitepress/", cleanUrls: false });
