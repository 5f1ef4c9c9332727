// First step of every npm script that runs TypeScript: the right Node, and the Prisma client that git does not hold.
import "./assert-node.mjs";
import "./generate-client.mjs";
