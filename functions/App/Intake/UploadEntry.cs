using System.Collections.Immutable;
using ParisPact.Domain.Intake;

namespace ParisPact.Functions.Intake;

/// <summary>What the book knows of an upload.</summary>
/// <param name="Pages">Where in the receipt's JSON each page of records begins, in bytes, and where the last one ends; empty while there is none.</param>
/// <param name="Busy">True while the upload is being taken in or taken back.</param>
internal sealed record UploadEntry(Upload Upload, Receipt Receipt, ImmutableArray<long> Pages, bool Busy);
