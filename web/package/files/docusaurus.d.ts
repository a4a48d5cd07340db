/** A plugin of Docusaurus that lays the element beside the site and loads it. */
export default function policymark(context: { baseUrl: string }): object;
