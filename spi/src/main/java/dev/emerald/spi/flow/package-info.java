/**
 * Questions about where data flows.
 *
 * <p>A rule asks with a {@link dev.emerald.spi.flow.TaintQuery} which data of outsiders may reach
 * which kinds of sinks. What is a source, a sink, or makes data harmless is not said by rules but
 * by models, which {@link dev.emerald.spi.rule.ApiModel} describes: so every rule and every pack
 * sees the same world. {@link dev.emerald.spi.flow.FlowLabels} lists the words for where data comes
 * from and what it can do harm to.
 */
@NullMarked
package dev.emerald.spi.flow;

import org.jspecify.annotations.NullMarked;
