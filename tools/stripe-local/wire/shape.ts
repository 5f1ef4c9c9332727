/** What a request parameter may be. A name like `#12` stands for the shape of that line in `requests.jsonl`. */
export type Shape =
  | string
  | { enum: string[] }
  | { list: Shape }
  | { one: Shape[] }
  | { fields: Record<string, Shape>; required?: string[] };
