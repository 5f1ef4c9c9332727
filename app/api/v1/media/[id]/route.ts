import { serve } from "@/lib/accounts/authenticate-key";
import { deleteMediaRoute, getMediaRoute } from "@/lib/media-access/api";

export const GET = serve(getMediaRoute);
export const DELETE = serve(deleteMediaRoute);
