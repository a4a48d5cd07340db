// What stands beside the text. It comes after the text.
import "../panels/data.ts";
import "../panels/outline.ts";
import "../panels/practices.ts";
import "../panels/problems.ts";
import "../panels/suggestions.ts";
