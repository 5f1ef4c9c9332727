import { pageRows } from "../../integration/matrix/rows";

// Prints who may open which page, from the rows of the matrix, for a journey in another process.
const rows = Object.entries(pageRows)
  .filter(([address]) => !address.includes(" "))
  .map(([address, { allowed, search = "" }]) => ({ address, allowed, query: search }));
process.stdout.write(JSON.stringify(rows));
