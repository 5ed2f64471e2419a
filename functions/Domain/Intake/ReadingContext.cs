using ParisPact.Domain.Partners;

namespace ParisPact.Domain.Intake;

/// <summary>What a reader must know beside the file.</summary>
/// <param name="Partner">Whose projects these are: the folder, whoever the file names.</param>
/// <param name="FileName">The file's name without folders, for messages; tells nothing about its format.</param>
/// <param name="Today">For rules that compare with the present day.</param>
/// <param name="Mapping">The partner's own names of columns: header as written → field of the template; empty where there is none.</param>
public sealed record ReadingContext(PartnerId Partner, string FileName, DateOnly Today, IReadOnlyDictionary<string, string> Mapping);
