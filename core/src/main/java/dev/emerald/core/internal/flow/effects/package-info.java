/**
 * What an instruction or a guard does to what flows through it: start with {@link
 * dev.emerald.core.internal.flow.effects.Effects}; what is known of a value is packed by {@code
 * States}, what a kind of sink asks of it is said by {@code Family}.
 *
 * <p>The words of model lines that this package decides on:
 *
 * <ul>
 *   <li>{@code source}: {@code text} (never an object), {@code rooted} (text that starts with a
 *       slash), {@code own} (only the sender itself sets it, as headers: nobody makes others send
 *       it), {@code bytes} (what a file holds: no name of a file), {@code upload} (the description
 *       of files that were sent: where they were put is not for the sender to say), {@code
 *       unchecked} (of a parameter of a handler: only if the handler does not look at who sent the
 *       event that is its first one), {@code here} (the address of the page itself: what starts
 *       with it stays on its server).
 *   <li>{@code pass}: {@code same} (the very value), {@code path:join}, {@code path:resolve},
 *       {@code path:normalize}, {@code path:base} (the last segment), {@code path:url} (no {@code
 *       ..}, but still percent-encoded), {@code decode}, {@code encode:url} (as {@code
 *       encodeURIComponent}), {@code encode:html}, {@code json}, {@code number}, {@code format},
 *       {@code join}, {@code string} (text whatever came in), {@code object} (may be of any shape),
 *       {@code within} (in the middle of a text), {@code origin:NAME} (is data of that origin from
 *       there on), {@code fetched} (what a server answers whose address goes in: controlled if the
 *       server is). Without a word: what comes out is made of what goes in. What Node.js and the
 *       language have needs none.
 *   <li>{@code clean}: {@code html} (leaves no {@code < > & " '}, so positions count), {@code
 *       shell} (a quoted word), {@code weak} (can be got around), {@code string} (kinds that need
 *       an object alone). Without a word: clean for the kinds of the line wherever it ends up.
 *   <li>{@code guard}: {@code throws} (says it by coming back at all); {@code weak}.
 *   <li>{@code sink}: {@code option:NAME} (only if an options argument has NAME truthy or unknown),
 *       {@code !option:NAME} (not if it is given), {@code option:NAME=VALUE}, {@code arg:N:A|B}
 *       (only if argument N is the text A or B), {@code arg:N} (only if there is an argument N),
 *       {@code built} (only what is put together at the call), {@code text} (only text composed
 *       with other text, or text for sure), {@code object} (only what may be no text), {@code
 *       whole} (only if it stands at the start), {@code host} (a host name, not a URL), {@code
 *       dash} (only if it may start with {@code -}), {@code html} (not if the response is known to
 *       be of another type), {@code markup} (only if the text may start with a tag), {@code tagged}
 *       (the same, or if it was put between tags), {@code sniffed} (the same, unless the response
 *       is given a type), {@code unquoted}, {@code evaluated} (only if the list has an option such
 *       as {@code -e}), {@code program} (only if the file that is written is run), {@code
 *       unverified} (only if the function looks at no digest and no signature), {@code redirects}
 *       (only if the status that is the first argument sends the client elsewhere). A text of
 *       {@code arg:N:} that ends with {@code *} stands for all that start so. {@code
 *       !module:NAME|…} (not in a program that loads one of these).
 * </ul>
 *
 * All words of a line must hold. What the kind itself asks for needs no word: a shell text is
 * harmless between quotes that cannot be left, a path if it cannot leave its folder, a URL if what
 * stands before it fixes the host.
 */
@NullMarked
package dev.emerald.core.internal.flow.effects;

import org.jspecify.annotations.NullMarked;
