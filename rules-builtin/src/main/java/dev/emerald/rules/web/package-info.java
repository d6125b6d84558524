/**
 * Web servers and frameworks: headers, cookies, cross-origin requests, static files, templates.
 * Frameworks are recognised by resolved APIs; see the models beside {@link
 * dev.emerald.rules.BuiltinRules} for what request and response parameters are.
 */
@NullMarked
package dev.emerald.rules.web;

import org.jspecify.annotations.NullMarked;
