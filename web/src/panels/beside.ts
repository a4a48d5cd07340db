// What stands beside the text. It comes after the text.
import "./data.ts";
import "./outline.ts";
import "./practices.ts";
import "./problems.ts";
import "./suggestions.ts";
