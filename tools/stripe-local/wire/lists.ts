import { invalid, missing } from "./errors";

export type PageParams = { limit?: number; starting_after?: string; ending_before?: string };
export type Page<T> = { object: "list"; data: T[]; has_more: boolean; url: string };

const DEFAULT_LIMIT = 10;
const MAX_LIMIT = 100;

/** One page of a list that is given newest first. */
export const pageOf = <T extends { id: string; object: string }>(
  all: T[],
  params: PageParams,
  url: string,
): Page<T> => {
  const limit = params.limit ?? DEFAULT_LIMIT;
  if (limit > MAX_LIMIT)
    throw invalid(
      `This value must be less than or equal to ${MAX_LIMIT} (it currently is '${limit}').`,
      "parameter_invalid_integer",
      "limit",
    );
  if (limit < 1)
    throw invalid(
      `This value must be greater than or equal to 1 (it currently is '${limit}').`,
      "parameter_invalid_integer",
      "limit",
    );
  if (params.ending_before !== undefined) {
    const end = placeOf(all, params.ending_before, "ending_before");
    const start = Math.max(0, end - limit);
    return { object: "list", data: all.slice(start, end), has_more: start > 0, url };
  }
  const start =
    params.starting_after === undefined ? 0 : placeOf(all, params.starting_after, "starting_after") + 1;
  return { object: "list", data: all.slice(start, start + limit), has_more: start + limit < all.length, url };
};

const placeOf = (all: { id: string; object: string }[], id: string, param: string): number => {
  const at = all.findIndex((one) => one.id === id);
  if (at < 0) throw missing(all[0]?.object ?? "object", id, param);
  return at;
};

/** Whether an instant lies in `created[gte]=…` and its like. */
export const inRange = (
  value: number,
  range: number | { gt?: number; gte?: number; lt?: number; lte?: number } | undefined,
): boolean => {
  if (range === undefined) return true;
  if (typeof range === "number") return value === range;
  return (
    value > (range.gt ?? -Infinity) &&
    value >= (range.gte ?? -Infinity) &&
    value < (range.lt ?? Infinity) &&
    value <= (range.lte ?? Infinity)
  );
};

/** A list that is part of an object, such as the items of a subscription. */
export const wholeList = <T>(data: T[], url: string): Page<T> => ({
  object: "list",
  data,
  has_more: false,
  url,
});
