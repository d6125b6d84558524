package dev.emerald.core.internal.flow.effects;

import java.util.Set;

/**
 * What the elements of a page give of themselves: other elements, measures, and the HTML that is
 * shown already. None of it carries the text that they were found by, and none makes new HTML.
 */
final class Dom {

  private static final Set<String> METHODS =
      Set.of(
          "querySelector",
          "querySelectorAll",
          "closest",
          "getElementById",
          "getElementsByClassName",
          "getElementsByTagName",
          "getElementsByName",
          "getRootNode",
          "getBoundingClientRect",
          "getClientRects",
          "getComputedStyle",
          "elementFromPoint",
          "cloneNode",
          "createElement",
          "createElementNS",
          "createTextNode",
          "createDocumentFragment",
          "appendChild",
          "insertBefore",
          "insertAdjacentElement",
          "replaceChild",
          "removeChild",
          "attachShadow");

  private static final Set<String> PROPERTIES =
      Set.of(
          "innerHTML",
          "outerHTML",
          "parentNode",
          "parentElement",
          "ownerDocument",
          "documentElement",
          "firstElementChild",
          "lastElementChild",
          "nextElementSibling",
          "previousElementSibling",
          "nextSibling",
          "previousSibling",
          "offsetParent",
          "offsetWidth",
          "offsetHeight",
          "clientWidth",
          "clientHeight",
          "scrollTop",
          "scrollHeight",
          "classList",
          "shadowRoot");

  /** What leads from elements that a library found to others; arrays have some of these too. */
  private static final Set<String> TRAVERSALS =
      Set.of(
          "find",
          "children",
          "parent",
          "parents",
          "siblings",
          "next",
          "prev",
          "eq",
          "first",
          "last",
          "filter",
          "not",
          "has");

  private Dom() {}

  /** Whether a method or function of this name gives an element or something of its looks. */
  static boolean gives(String method) {
    return METHODS.contains(method);
  }

  /** Whether a method of this name, called on what is no text, gives other elements. */
  static boolean leads(String method) {
    return TRAVERSALS.contains(method);
  }

  /** Whether a property of this name is that of an element, and none that text is put in. */
  static boolean isOwn(String property) {
    return PROPERTIES.contains(property);
  }
}
