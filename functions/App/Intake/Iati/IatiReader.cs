using System.Xml;
using ParisPact.Domain.Intake;
using ParisPact.Domain.Intake.Iati;

namespace ParisPact.Functions.Intake.Iati;

/// <summary>
/// Reads a file of IATI activities, versions 1.01 to 2.03: one activity at a time, in one pass, in memory that does not grow with the file.
/// Where a schema of the file's own version is there, the same pass holds the file against it; every finding is a warning of rule
/// <c>iati.schema</c>, since an activity that can be read is worth more in the register than out of it.
/// </summary>
internal static class IatiReader
{
    /// <param name="file">Read once, from where it stands.</param>
    /// <param name="schemas">IATI's own schemas; null where the operator has none.</param>
    /// <returns>
    /// A record for each activity, in the order of the file, and records of the file itself for what concerns it as a whole. A file that breaks off
    /// gives what was before, and last a fatal problem.
    /// </returns>
    public static IEnumerable<RecordRead> Read(Stream file, ReadingContext context, IatiSchemas? schemas = null)
    {
        var pass = new IatiPass(file, context, schemas);
        try
        {
            while (pass.Next() is { } record) yield return record;
        }
        finally
        {
            pass.Dispose();
        }
    }

    private sealed class IatiPass(Stream file, ReadingContext context, IatiSchemas? schemas) : IDisposable
    {
        private readonly Queue<RecordRead> _waiting = [];
        private IatiScanner? _scanner;
        private IatiFile? _file;
        private VersionSchema _schema = VersionSchema.None;
        private bool _ended;
        private bool _any;

        /// <summary>The next record; null after the last.</summary>
        public RecordRead? Next()
        {
            while (_waiting.Count == 0 && !_ended)
            {
                try
                {
                    if (_scanner is null) Begin();
                    else Activity();
                }
                catch (XmlException failure)
                {
                    End(XmlFailure.Describe(failure, _scanner?.Reached ?? (0, 0)));
                }
            }

            return _waiting.TryDequeue(out var record) ? record : null;
        }

        public void Dispose() => _scanner?.Dispose();

        private void Begin()
        {
            _scanner = new IatiScanner(file, version => _schema = schemas?.For(version?.Trim()) ?? VersionSchema.None);
            var (root, space) = _scanner.MoveToRoot();
            if (RootRules.Refuse(root, space) is { } refusal)
            {
                End(refusal);
                return;
            }

            var version = root.Trimmed("version");
            _file = new IatiFile(context, RootRules.IsVersion1(root), _scanner.IsWatched, new PlaceLookup(), new OrganisationReading());
            Say(RootRules.Check(root));
            if (_schema.Failure is { } failure)
                Say([root.Warn("iati.schema-unusable", $"The file could not be held against the schema of IATI {version}, since the schema in store is broken: {failure}")]);
        }

        private void Activity()
        {
            if (_scanner!.MoveToActivity() is not { } activity)
            {
                Say(_scanner.TakeProblems());
                if (_any) _ended = true;
                else End(new Problem(Position.File, "file.no-records", Severity.Fatal, "The file holds no activity."));
                return;
            }

            _any = true;
            var draft = new ActivityDraft(activity, _file!);
            while (_scanner.MoveToChild() is { } child) draft.Take(child);
            _waiting.Enqueue(draft.Finish(_scanner.TakeProblems()));
        }

        private void End(Problem problem)
        {
            _ended = true;
            _waiting.Enqueue(RecordRead.OfFile(problem));
        }

        private void Say(IEnumerable<Problem> problems)
        {
            if (problems.ToArray() is { Length: > 0 } found) _waiting.Enqueue(RecordRead.OfFile([.. found]));
        }
    }
}
