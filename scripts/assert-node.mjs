// First step of start, test, check and CI. Plain JavaScript without dependencies, because its job is to
// speak clearly on a Node that is too old for everything else.
const wanted = 24;
const found = Number(process.versions.node.split(".")[0]);

if (found < wanted) {
  console.error(
    [
      `Aldeia needs Node ${wanted} or newer; this is ${process.versions.node} (${process.execPath}).`,
      "The npm package `node` in the dependencies brings the right one to every npm script. It is missing,",
      "most often because packages were installed with --ignore-scripts. Either",
      "  run `npm ci` again without --ignore-scripts (or `npm rebuild node`),",
      `  or install Node ${wanted} on the system, and run the command through npm (npm start, npm test).`,
    ].join("\n"),
  );
  process.exit(1);
}
