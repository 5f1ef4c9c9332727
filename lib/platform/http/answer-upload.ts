import "server-only";
import type { Locale } from "../i18n/locales";
import { problemResponse } from "./problem";

/** Answers a browser that sends a file: the bytes as they are, its name as `?name=`; 201 with what was made of it, or why not. */
export async function answerUpload(
  request: Request,
  locale: Locale,
  receive: (body: Request["body"], name: string) => Promise<unknown>,
): Promise<Response> {
  try {
    const name = new URL(request.url).searchParams.get("name") ?? "";
    return Response.json(await receive(request.body, name), {
      status: 201,
      headers: { "cache-control": "no-store" },
    });
  } catch (error) {
    return problemResponse(error, locale);
  }
}
