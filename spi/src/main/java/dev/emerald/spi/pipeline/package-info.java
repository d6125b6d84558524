/**
 * Pipelines: what is run on every change, by which service and with which rights.
 *
 * <p>One {@link dev.emerald.spi.pipeline.Pipeline} stands for a file of GitHub Actions, GitLab CI,
 * CircleCI, Azure Pipelines, Bitbucket, Travis CI or Jenkins: its {@link
 * dev.emerald.spi.pipeline.PipelineJob}s, their {@link dev.emerald.spi.pipeline.PipelineStep}s, and
 * what these run or use. What one service alone has is in the YAML, which the model keeps.
 *
 * <p>Files that others include are not fetched; a job that is kept elsewhere has no steps and says
 * what it uses.
 */
@NullMarked
package dev.emerald.spi.pipeline;

import org.jspecify.annotations.NullMarked;
