/**
 * What the names and expressions of files stand for: scopes, symbols, constants, API names.
 *
 * <p>Read {@link dev.emerald.core.internal.bind.Binder} first. Binding runs twice: {@code
 * Binder.bind(tree).facts()} of every file go to {@code ApiLinks.link}; with the result, {@code
 * Binder.bind(tree).scopes(links)} answers rules. Below lie {@code names} (scopes and symbols),
 * {@code writes} (assignments to properties), {@code constants}, {@code facts} (what a file says
 * about its module), {@code links} (the files together), {@code models} (knowledge about libraries)
 * and {@code apis} (which API an expression is).
 */
@NullMarked
package dev.emerald.core.internal.bind;

import org.jspecify.annotations.NullMarked;
