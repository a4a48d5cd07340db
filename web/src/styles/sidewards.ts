import { css } from "lit";

/** What can be scrolled sidewards has the class "sidewards": a shadow shows at which
 * edges more is to come. The covers move with what is scrolled, the shadows do not. */
export const sidewards = css`
  .sidewards {
    --edge: light-dark(#1b1f2433, #000c);
    background:
      linear-gradient(to right, var(--paper) 40%, transparent) left / 32px 100% no-repeat local,
      linear-gradient(to left, var(--paper) 40%, transparent) right / 32px 100% no-repeat local,
      linear-gradient(to right, var(--edge), transparent) left / 10px 100% no-repeat scroll,
      linear-gradient(to left, var(--edge), transparent) right / 10px 100% no-repeat scroll var(--paper);
  }
  @media (forced-colors: active) {
    .sidewards {
      background: none;
    }
  }
`;
