import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import ts from "typescript-js";
import { convert, type Reader, reference } from "./types";
import type { Schema } from "./union";

/** A description of Stripe's API made from the types of the installed `stripe` package: requests by operation, objects by name. */
export type Description = {
  sdkVersion: string;
  apiVersion: string;
  requests: Record<string, Schema>;
  responses: Record<string, Schema>;
  schemas: Record<string, Schema>;
  events: Record<string, string>;
};

const RESOURCE_FILES = [
  "BillingPortal/Configurations",
  "BillingPortal/Sessions",
  "Charges",
  "Checkout/Sessions",
  "Coupons",
  "CreditNoteLineItems",
  "CreditNotes",
  "Customers",
  "Discounts",
  "Events",
  "InvoiceItems",
  "InvoiceLineItems",
  "InvoicePayments",
  "Invoices",
  "PaymentIntents",
  "PaymentMethods",
  "Plans",
  "Prices",
  "Products",
  "PromotionCodes",
  "Refunds",
  "SubscriptionItems",
  "SubscriptionSchedules",
  "Subscriptions",
  "TaxIds",
  "TestHelpers/TestClocks",
  "WebhookEndpoints",
];

/** Reads the types of the installed SDK; takes some seconds, so it is for tests and for `npm run stripe:describe` only. */
export const deriveDescription = (): Description => {
  const entry = createRequire(import.meta.url).resolve("stripe");
  const home = entry.slice(0, entry.lastIndexOf(`${path.sep}stripe${path.sep}`) + "/stripe/".length);
  const root = path.join(home, "esm");
  const fileOf = (name: string, ending: string): string => path.join(root, "resources", `${name}${ending}`);
  const program = ts.createProgram(
    [...RESOURCE_FILES.map((name) => fileOf(name, ".d.ts")), path.join(root, "stripe.esm.node.d.ts")],
    {
      module: ts.ModuleKind.NodeNext,
      moduleResolution: ts.ModuleResolutionKind.NodeNext,
      skipLibCheck: true,
      strict: true,
    },
  );
  const reader: Reader = { root, checker: program.getTypeChecker(), schemas: {} };
  const description: Description = {
    sdkVersion: JSON.parse(readFileSync(path.join(home, "package.json"), "utf8")).version,
    apiVersion:
      /ApiVersion = '([^']+)'/.exec(readFileSync(path.join(root, "apiVersion.js"), "utf8"))?.[1] ?? "",
    requests: {},
    responses: {},
    schemas: reader.schemas,
    events: {},
  };
  for (const name of RESOURCE_FILES) {
    const routes = routesIn(readFileSync(fileOf(name, ".js"), "utf8"));
    for (const statement of program.getSourceFile(fileOf(name, ".d.ts"))?.statements ?? [])
      readStatement(reader, description, { statement, routes });
  }
  for (const [key, schema] of Object.entries(reader.schemas)) {
    const type = key.endsWith("Event") ? schema.properties?.type?.enum?.[0] : undefined;
    const object = reader.schemas[`${key}.Data`]?.properties?.object?.$ref;
    if (type !== undefined && object) description.events[String(type)] = object;
  }
  return description;
};

type Found = { statement: ts.Statement; routes: Map<string, string> };

/** Takes an object's interface, or the methods of a resource with what they send and get. */
const readStatement = (reader: Reader, description: Description, { statement, routes }: Found): void => {
  if (
    ts.isInterfaceDeclaration(statement) &&
    !statement.typeParameters &&
    !statement.name.text.endsWith("Params")
  )
    reference(reader, statement.name, undefined);
  const methods = ts.isClassDeclaration(statement)
    ? statement.members.filter((one) => ts.isMethodDeclaration(one))
    : [];
  for (const method of methods) {
    const route = routes.get(method.name.getText());
    if (!route) continue;
    const given = method.parameters.find((parameter) => parameter.name.getText() === "params");
    if (given?.type) description.requests[route] = convert(reader, given.type) ?? {};
    if (method.type) description.responses[route] = convert(reader, method.type) ?? {};
  }
};

/** Which method and path each SDK method calls, read from the compiled JavaScript. */
const routesIn = (source: string): Map<string, string> => {
  const routes = new Map<string, string>();
  const visit = (node: ts.Node, method: string): void => {
    const inside = ts.isMethodDeclaration(node) ? node.name.getText() : method;
    if (
      ts.isCallExpression(node) &&
      node.expression.getText().endsWith("._makeRequest") &&
      !routes.has(inside)
    ) {
      const [verb, url] = node.arguments.map((argument) =>
        argument.getText().replaceAll(/^[`'"]|[`'"]$/g, ""),
      );
      routes.set(inside, `${verb} ${(url ?? "").replaceAll(/\$\{encodeURIComponent\((\w+)\)\}/g, "{$1}")}`);
    }
    ts.forEachChild(node, (child) => visit(child, inside));
  };
  visit(ts.createSourceFile("resource.js", source, ts.ScriptTarget.ES2022, true), "");
  return routes;
};
