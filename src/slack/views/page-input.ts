import { isJsonObject, type JsonObject } from '#domain/json.ts';
import { asItComes, isAsItComes, type ListWish, listWishSchema } from '#operations/lists/list-wish.ts';

/** No field has such a name, so that the wish can stand beside the fields in what a page's button carries. */
const reserved = '$list';

/** What a read is asked with, as a button carries it to the next page. */
export function sealedInput(input: JsonObject, wish: ListWish): JsonObject {
  return isAsItComes(wish) ? input : { ...input, [reserved]: { ...wish } };
}

export function openedInput(carried: JsonObject): { readonly input: JsonObject; readonly wish: ListWish } {
  const { [reserved]: wish, ...input } = carried;
  const parsed = isJsonObject(wish) ? listWishSchema.safeParse(wish) : null;
  return { input, wish: parsed?.success === true ? parsed.data : asItComes };
}
