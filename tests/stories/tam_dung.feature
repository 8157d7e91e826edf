# language: vi
Tính năng: Tạm dừng giải quyết
  Thời hạn chỉ dừng lại khi có căn cứ: người dân thực hiện nghĩa vụ tài chính, chờ ý kiến cơ quan khác,
  thẩm tra, xác minh… (Nghị định 151/2025/NĐ-CP, Phụ lục I, Phần V; trạng thái 6 của hệ thống quốc gia).
  Ngày hẹn cũ vẫn còn đó cho tới khi tiếp tục.

  Bối cảnh:
    Biết một xã có danh mục thủ tục và lịch làm việc năm 2026

  Tình huống: Tạm dừng chờ người dân nộp thuế
    Biết lúc "09:00 05/10/2026" bà "Đỗ Thị Ưởng" nộp hồ sơ thủ tục "1.004884"
    Khi đến "10:00 07/10/2026"
    Và cán bộ tạm dừng để "chờ người nộp thực hiện nghĩa vụ tài chính", dự kiến tiếp tục ngày "15/10/2026"
    Thì hồ sơ đang ở bước "tạm dừng"
    Và lịch sử ghi thêm "Tạm dừng"
    Khi đến "08:00 20/10/2026"
    Thì chưa có thư xin lỗi dự thảo nào
    Và hẹn trả lúc "17:30 12/10/2026"

  Tình huống: Căn cứ khác thì phải ghi điều khoản
    Biết lúc "09:00 05/10/2026" bà "Đỗ Thị Ưởng" nộp hồ sơ thủ tục "1.004884"
    Khi cán bộ tạm dừng theo căn cứ khác mà không ghi điều khoản
    Thì chương trình nhắc "hãy ghi điều khoản cho phép tạm dừng"
    Và hồ sơ đang ở bước "đang giải quyết"

  Tình huống: Ngày dự kiến tiếp tục không thể đã qua
    Biết lúc "09:00 05/10/2026" bà "Đỗ Thị Ưởng" nộp hồ sơ thủ tục "1.004884"
    Khi đến "10:00 07/10/2026"
    Và cán bộ tạm dừng để "thẩm tra, xác minh tại thực địa", dự kiến tiếp tục ngày "06/10/2026"
    Thì chương trình nhắc "Ngày dự kiến tiếp tục 06/10/2026 đã qua"

  Tình huống: Đang tạm dừng thì không tạm dừng nữa
    Biết lúc "09:00 05/10/2026" bà "Đỗ Thị Ưởng" nộp hồ sơ thủ tục "1.004884"
    Khi cán bộ tạm dừng để "chờ ý kiến của cơ quan khác"
    Và cán bộ tạm dừng để "thẩm tra, xác minh tại thực địa"
    Thì chương trình nhắc "bây giờ hãy chọn một trong các việc: tiếp tục giải quyết"
