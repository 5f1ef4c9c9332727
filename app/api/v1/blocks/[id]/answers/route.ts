import { serve } from "@/lib/accounts/authenticate-key";
import { answerBlockRoute, listAnswersRoute, withdrawAnswerRoute } from "@/lib/blocks/api";

export const GET = serve(listAnswersRoute);
export const POST = serve(answerBlockRoute);
export const DELETE = serve(withdrawAnswerRoute);
