// As the starter has it, but for where it is served.
export default { base: "./" };
