import DefaultTheme from "vitepress/theme-without-fonts";
import Landing from "./Landing.vue";
import Playground from "./Playground.vue";
import "../../../src/styles/tokens.css";
import "./style.css";

export default {
  extends: DefaultTheme,
  enhanceApp({ app }) {
    app.component("Landing", Landing);
    app.component("Playground", Playground);
  },
};
