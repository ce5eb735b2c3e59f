// Scripts find elements by what they are for, in `data-` attributes: a change of style breaks nothing.

/** The part of an element that has this name (`data-part`). */
export const partOf = (element, name) => element.querySelector(`[data-part="${name}"]`);
