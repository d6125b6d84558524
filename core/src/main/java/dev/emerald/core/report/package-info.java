/**
 * Writing down what analyses say: for tools that embed the library.
 *
 * <p>Read {@link dev.emerald.core.report.Reporter} first: it writes one document for all projects
 * of a run, each a {@link dev.emerald.core.report.ReportedProject}. {@link
 * dev.emerald.core.report.TextReporter} is for people, {@link dev.emerald.core.report.JsonReporter}
 * for programs, {@link dev.emerald.core.report.SarifReporter} for code scanning services, {@link
 * dev.emerald.core.report.SbomReporter} for those who keep bills of materials.
 *
 * <p>What these write depends on the reports alone: no time, no user, no absolute path, LF between
 * lines. Names and texts from analysed projects are not trusted: what a terminal or a browser would
 * act on is shown, not sent.
 */
@NullMarked
package dev.emerald.core.report;

import org.jspecify.annotations.NullMarked;
