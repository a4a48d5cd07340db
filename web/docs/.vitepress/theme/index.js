import DefaultTheme from "vitepress/theme-without-fonts";
import Landing from "./Landing.vue";
import "../../../src/styles/tokens.css";
import "./style.css";

export default {
  extends: DefaultTheme,
  enhanceApp({ app }) {
    app.component("Landing", Landing);
  },
};
