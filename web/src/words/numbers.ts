/** number writes a number with its thousands apart, as both languages do. One format
 * is kept: to make one for each number costs more than what it is shown in. */
export const number: (n: number) => string = new Intl.NumberFormat("en").format;
