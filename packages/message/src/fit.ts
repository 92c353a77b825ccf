import { DETAILS, type Detail } from './detail.ts';
import { type Document, documentOf, type Room } from './document.ts';
import type { Story } from './story.ts';

/** A message in the shape of its receiver, with what had no room in it, in words; the message says the same. */
export interface Rendered<T> {
  readonly payload: T;
  readonly leftOut: readonly string[];
}

export interface FitRequest<T> {
  readonly story: Story;
  readonly render: (document: Document) => T;
  readonly fits: (payload: T) => boolean;
  /** Where the title has a limit of its own, which must not cost all other detail. */
  readonly titleRoom?: Room;
}

/** The message in the most detail that has room. The least detail is made to fit into every receiver. */
export function inMostDetail<T>({ story, render, fits, titleRoom }: FitRequest<T>): Rendered<T> {
  const attempt = (detail: Detail): Rendered<T> => {
    const document = documentOf(story, detail, titleRoom);
    return { payload: render(document), leftOut: document.leftOut };
  };
  let rendered = attempt(DETAILS[0]);
  for (const detail of DETAILS.slice(1)) {
    if (fits(rendered.payload)) return rendered;
    rendered = attempt(detail);
  }
  return rendered;
}
