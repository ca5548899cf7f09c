import type { KalturaList } from '@spaces-kaltura/client/api';

/** More than anybody could choose from. */
const mostPages = 10;

/** All objects of a list that comes in pages, the first of them 1. */
export async function readPages<TObject>(
  read: (pageIndex: number) => Promise<KalturaList<TObject>>,
): Promise<TObject[]> {
  const objects: TObject[] = [];
  for (let pageIndex = 1; pageIndex <= mostPages; pageIndex += 1) {
    const page = await read(pageIndex);
    objects.push(...page.objects);
    if (page.objects.length === 0 || objects.length >= page.totalCount) break;
  }
  return objects;
}
