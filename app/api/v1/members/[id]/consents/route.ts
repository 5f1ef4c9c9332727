import { serve } from "@/lib/accounts/authenticate-key";
import { listConsentsRoute, recordConsentRoute } from "@/lib/consent/api";

export const GET = serve(listConsentsRoute);
export const POST = serve(recordConsentRoute);
