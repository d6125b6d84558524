/**
 * Which API an expression is.
 *
 * <p>Read {@link dev.emerald.core.internal.bind.apis.Evaluator} first: it follows an expression to
 * its value through everything that a program without surprises does, and answers null where it
 * can't be sure. It is split by what is followed: {@link
 * dev.emerald.core.internal.bind.apis.VariableValues} declarations and assignments, {@link
 * dev.emerald.core.internal.bind.apis.MemberValues} properties, {@link
 * dev.emerald.core.internal.bind.apis.CallValues} calls, {@link
 * dev.emerald.core.internal.bind.apis.TypeValues} declared types. The same evaluation runs twice:
 * before files are linked it writes {@link dev.emerald.core.internal.bind.apis.FactCollector
 * facts}, afterwards it answers rules.
 */
@NullMarked
package dev.emerald.core.internal.bind.apis;

import org.jspecify.annotations.NullMarked;
