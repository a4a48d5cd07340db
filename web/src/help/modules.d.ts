/** A page of the help as HTML. */
declare module "*.md?html" {
  const html: string;
  export default html;
}
