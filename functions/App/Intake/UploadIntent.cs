using ParisPact.Domain.Intake;

namespace ParisPact.Functions.Intake;

/// <summary>
/// Who is about to write a blob, and what they mean by it: noted before the blob exists, because what stands at the blob itself whoever
/// writes it may invent.
/// </summary>
internal sealed record UploadIntent(string By, bool OnBehalf, UploadMode Mode, bool DryRun, int? Confirm);
