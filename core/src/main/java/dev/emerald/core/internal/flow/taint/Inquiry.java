package dev.emerald.core.internal.flow.taint;

/**
 * Asks why flows do or do not reach the sinks of some lines.
 *
 * @param path of the file
 * @param start of the lines, in UTF-16 units
 * @param end of the lines
 * @param kinds the kinds of sinks, a set
 * @param origins the origins that are asked for, a set
 */
public record Inquiry(String path, int start, int end, long kinds, int origins) {}
