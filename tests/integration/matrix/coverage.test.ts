import { describe, expect, test } from "vitest";
import { routes } from "@/app/api/v1/registry";
import { jobs } from "@/worker/registry";
import {
  exportedActions,
  handlersOfApi,
  mailSenders,
  openPagesAndHandlers,
  otherWays,
  pagesAndHandlers,
  strayActions,
} from "./discover";
import { actionRows, apiRows, jobRows, mailRows, openRows, otherRows, pageRows } from "./rows";

const endpoints = routes.map(({ method, path }) => `${method} ${path}`);

/** What is there without a row, and rows of what is not there. */
function expectCovered(found: readonly string[], rows: Record<string, unknown>): void {
  const named = Object.keys(rows);
  expect({
    withoutRow: found.filter((name) => !named.includes(name)),
    gone: named.filter((name) => !found.includes(name)),
  }).toEqual({ withoutRow: [], gone: [] });
}

describe("The matrix has a row for", () => {
  test("every endpoint of the REST API", () => expectCovered(endpoints, apiRows));

  test("every server action", () => expectCovered(exportedActions(), actionRows));

  test("every job of the worker", () => {
    expectCovered(
      jobs.map(({ name }) => name),
      jobRows,
    );
  });

  test("every page and handler of the dashboard and the portal", () => {
    const { pages, handlers } = pagesAndHandlers();
    expectCovered([...pages, ...handlers], pageRows);
  });

  test("P12: every page and handler beside them", () => expectCovered(openPagesAndHandlers(), openRows));

  test("P12: every file that sends a mail", () => expectCovered(mailSenders(), mailRows));

  test("P12: every subject of a stream, and every file that reaches outside", () =>
    expectCovered(otherWays(), otherRows));
});

describe("The registry of the REST API", () => {
  test("names every handler of a route.ts, and nothing else", () => {
    expect([...endpoints].sort()).toEqual(handlersOfApi().sort());
  });

  test("names each endpoint once", () => {
    expect(endpoints.filter((name, index) => endpoints.indexOf(name) !== index)).toEqual([]);
  });
});

test("server actions are declared in lib only", () => expect(strayActions()).toEqual([]));
