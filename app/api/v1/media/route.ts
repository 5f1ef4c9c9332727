import { serve } from "@/lib/accounts/authenticate-key";
import { uploadMediaRoute } from "@/lib/media-access/api";

export const POST = serve(uploadMediaRoute);
